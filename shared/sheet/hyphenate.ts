const VOWELS = "aiueoAIUEO";
const PAIRS = ["ng", "ny", "sy", "kh"];

/**
 * Positions where a word may be broken with a hyphen, by the rule of Indonesian syllables: a
 * consonant followed by a vowel begins one (te-le-ko-mu-ni-ka-si, la-yan-an as la-ya-nan). At
 * least two letters stay before the hyphen and three come after it. Other words get few or none.
 */
export function hyphenPoints(word: string): number[] {
  const points: number[] = [];
  for (let at = 1; at < word.length - 1; at += 1) {
    if (!isConsonant(word[at]) || !isVowel(word[at + 1])) continue;
    const paired = PAIRS.includes(word.slice(at - 1, at + 1).toLowerCase());
    const start = paired ? at - 1 : at;
    const before = word[start - 1];
    const letters = before !== undefined && (isVowel(before) || isConsonant(before));
    if (start >= 2 && word.length - start >= 3 && letters) points.push(start);
  }
  return points;
}

const isVowel = (char: string | undefined) => char !== undefined && VOWELS.includes(char);
const isConsonant = (char: string | undefined) =>
  char !== undefined && /[a-z]/i.test(char) && !isVowel(char);
