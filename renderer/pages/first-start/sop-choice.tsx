import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { useQuery } from "../../store/use-query.ts";
import { commonText } from "../../text/common.ts";
import { firstStartText as text } from "../../text/settings.ts";
import { sopKind } from "../../text/sop.ts";
import { byOffice } from "../sop/by-office.ts";

type SopChoiceProps = {
  /** Ids of the SOPs that the office will not use. */
  without: ReadonlySet<string>;
  onChange: (without: ReadonlySet<string>) => void;
};

/** Which SOPs of the library the office uses; all of them, unless somebody looks closer. */
export function SopChoice({ without, onChange }: SopChoiceProps) {
  const list = useQuery("sop.list", {});
  const sops = list.data?.sops ?? [];
  const used = sops.filter((sop) => !without.has(sop.id));
  const offices = new Set(used.map((sop) => sop.office)).size;

  function use(ids: readonly string[], wanted: boolean): void {
    const next = new Set(without);
    for (const id of ids) {
      if (wanted) next.delete(id);
      else next.add(id);
    }
    onChange(next);
  }

  return (
    <details className="card sop-choice">
      <summary className="card-head">
        <h2>{text.sops}</h2>
        <span className="muted" aria-live="polite">
          {used.length === 0 ? text.sopsNone : text.sopsSummary(used.length, offices)}
          {" · "}
          <span className="sop-choice-change">{commonText.change}</span>
        </span>
      </summary>
      <div className="card-body">
        <p className="muted">{text.sopsHelp}</p>
        {byOffice(sops).map(({ office, items }) => {
          const ids = items.map((sop) => sop.id);
          return (
            <fieldset key={office} className="sop-choice-office">
              <legend>{office}</legend>
              <div className="sop-choice-all">
                <Button
                  small
                  tone="quiet"
                  aria-label={text.allOf(office)}
                  onPress={() => use(ids, true)}
                >
                  {text.all}
                </Button>
                <Button
                  small
                  tone="quiet"
                  aria-label={text.clearOf(office)}
                  onPress={() => use(ids, false)}
                >
                  {text.clear}
                </Button>
              </div>
              {items.map((sop) => (
                <CheckBox
                  key={sop.id}
                  isSelected={!without.has(sop.id)}
                  onChange={(wanted) => use([sop.id], wanted)}
                >
                  <span>
                    {sop.name} <small className="muted">{sopKind(sop)}</small>
                  </span>
                </CheckBox>
              ))}
            </fieldset>
          );
        })}
      </div>
    </details>
  );
}
