import { Icon } from "../../components/icon.tsx";
import { type EditorTab, templatesText as text } from "../../text/templates.ts";
import { useProblems, useTemplate } from "./editor-context.ts";
import { focusBlock, focusPath } from "./focus-block.ts";
import type { Problem } from "./problems.ts";

/** What is to be mended; a press goes there. */
export function ProblemList({ onTab }: { onTab: (tab: EditorTab) => void }) {
  const problems = useProblems();
  const { blocks } = useTemplate();

  function go({ block, path, tab }: Problem): void {
    onTab(tab);
    // The tab's fields are drawn first.
    requestAnimationFrame(() => {
      if (path !== null) focusPath(path);
      else if (block !== null) focusBlock(block);
    });
  }

  if (problems.length === 0) return null;
  return (
    <section className="problems" aria-label={text.problems}>
      <h2 aria-live="polite">{text.problemCount(problems.length)}</h2>
      <ul>
        {problems.map((problem, at) => {
          const type = problem.block === null ? undefined : blocks[problem.block]?.type;
          return (
            <li key={`${problem.path} ${problem.message} ${String(at)}`}>
              <button type="button" className="problem" onClick={() => go(problem)}>
                <Icon name="warning" size={16} />
                <span>
                  {type !== undefined && (
                    <strong>
                      {text.inBlock((problem.block ?? 0) + 1, text.blockNames[type])}{" "}
                    </strong>
                  )}
                  {problem.message}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
