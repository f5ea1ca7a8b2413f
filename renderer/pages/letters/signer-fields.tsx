import type { Signer } from "#shared/request/model.ts";
import { Select } from "../../components/select.tsx";
import { useSession } from "../../store/session.ts";
import { draftText as text } from "../../text/letters.ts";

type SignerFieldsProps = {
  signer: Signer | null;
  /** Who holds the post on the letter's day; empty where nobody is known to. */
  holder: string;
  onChange: (signer: Signer | null) => void;
};

/** Value of "for nobody"; no post is called so. */
const NOBODY = "-";

/** Who signs, and for whom: a.n. and u.b. */
export function SignerFields({ signer, holder, onChange }: SignerFieldsProps) {
  const { head, terms, recipients } = useSession().office;
  const posts = [...new Set([head.post, ...terms.map(({ post }) => post), ...recipients])];
  const post = signer?.post ?? head.post;
  const [first, second] = signer?.onBehalf ?? [];
  const set = (next: string, onBehalf: (string | undefined)[]): void => {
    const posted = onBehalf.filter((one) => one !== undefined && one !== NOBODY) as string[];
    onChange(next === head.post && posted.length === 0 ? null : { post: next, onBehalf: posted });
  };
  const options = (taken: (string | undefined)[]) => [
    { value: NOBODY, label: text.nobody },
    ...posts.filter((one) => !taken.includes(one)).map((one) => ({ value: one, label: one })),
  ];
  return (
    <>
      <Select
        label={text.signer}
        path="signer"
        help={holder === "" ? text.noHolder : text.holder(holder)}
        value={post}
        onChange={(next) =>
          set(next, first === next ? [] : [first, second === next ? undefined : second])
        }
        options={posts.map((one) => ({ value: one, label: one }))}
      />
      <div className="letter-pair">
        <Select
          label={text.onBehalf}
          value={first ?? NOBODY}
          onChange={(next) => set(post, next === NOBODY ? [] : [next, second])}
          options={options([post, second])}
        />
        {first !== undefined && (
          <Select
            label={text.through}
            value={second ?? NOBODY}
            onChange={(next) => set(post, [first, next])}
            options={options([post, first])}
          />
        )}
      </div>
    </>
  );
}
