import type { RequestDetail } from "#shared/contract.ts";
import { LETTER_STAGES } from "#shared/letter/state.ts";
import { plainDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { lettersTabText as text, nextText, stageText, stageTone } from "../../text/letters.ts";
import type { RequestPaper } from "./papers.ts";

type Letter = RequestDetail["letters"][number];
type LetterListProps = { letters: readonly Letter[]; onOpen: (paper: RequestPaper) => void };

/** The letters of a request by their stage, each with what comes next. */
export function LetterList({ letters, onOpen }: LetterListProps) {
  const { user } = useSession();
  const sorted = letters.toSorted(
    (a, b) => LETTER_STAGES.indexOf(a.stage) - LETTER_STAGES.indexOf(b.stage),
  );
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.letters}</h2>
      </header>
      {sorted.length === 0 && <p className="letter-row muted">{text.none}</p>}
      {sorted.map((letter) => (
        <div key={letter.id} className="letter-row">
          <span className="letter-words">
            <span>
              {letter.name}
              {letter.number !== "" && <> · {letter.number}</>}
            </span>
            <small className="muted">
              <Name>{letter.about}</Name>
              {letter.issued !== null && ` · ${plainDay(letter.date)}`}
            </small>
          </span>
          <Chip tone={stageTone[letter.stage]}>{stageText[letter.stage]}</Chip>
          <Button
            small
            aria-label={`${nextWords(letter, user.id)} ${letter.name} ${letter.number}`}
            onPress={() => onOpen({ kind: letter.kind, letter: letter.id })}
          >
            {nextWords(letter, user.id)}
          </Button>
        </div>
      ))}
    </section>
  );
}

/** What opening the letter is for: one's own paraf, or the next thing to record. */
function nextWords({ stage, checks }: Letter, user: string): string {
  const mine = stage === "checking" && checks.find(({ at }) => at === null)?.by.id === user;
  return mine ? text.checkNow : nextText[stage];
}
