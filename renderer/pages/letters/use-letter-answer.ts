import type { RequestDetail } from "#shared/contract.ts";
import { useServices } from "../../store/services.ts";
import type { LetterDetail } from "./letter-text.ts";

/** Puts a letter that a command answered into its request, before the news of it arrives. */
export function useLetterAnswer(request: RequestDetail): (letter: LetterDetail) => void {
  const { queries } = useServices();
  return (letter) => {
    const known = request.letters.some(({ id }) => id === letter.id);
    const letters = known
      ? request.letters.map((one) => (one.id === letter.id ? letter : one))
      : [...request.letters, letter];
    queries.put("request.get", { id: request.id }, { ...request, letters });
    queries.invalidate(request.id);
  };
}
