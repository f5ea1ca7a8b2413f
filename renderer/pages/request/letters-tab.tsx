import type { RequestDetail } from "#shared/contract.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { DispositionChain } from "./disposition-chain.tsx";
import { LetterList } from "./letter-list.tsx";
import { LetterOffers } from "./letter-offers.tsx";
import type { RequestPaper } from "./papers.ts";

type LettersTabProps = {
  request: RequestDetail;
  definition: Definition;
  onOpen: (paper: RequestPaper) => void;
};

/** The papers of the request: its letters, those that can be written, and its dispositions. */
export const LettersTab = ({ request, definition, onOpen }: LettersTabProps) => (
  <div className="tab-stack">
    <LetterList letters={request.letters} onOpen={onOpen} />
    <LetterOffers request={request} definition={definition} onOpen={onOpen} />
    <DispositionChain request={request} />
  </div>
);
