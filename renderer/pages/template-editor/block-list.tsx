import { templatesText as text } from "../../text/templates.ts";
import { AddBlock } from "./add-block.tsx";
import { BlockCard } from "./block-card.tsx";
import { useTemplate } from "./editor-context.ts";

/** The blocks in the order in which they are printed. */
export function BlockList() {
  const { blocks } = useTemplate();
  return (
    <div className="blocks">
      <ol aria-label={text.blocks}>
        {blocks.map((block, at) => (
          // A block has no identity but its place while it is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <BlockCard key={at} block={block} at={at} count={blocks.length} />
        ))}
      </ol>
      <AddBlock at={blocks.length} />
    </div>
  );
}
