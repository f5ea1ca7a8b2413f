import { MenuButton } from "../../components/menu-button.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { addBlock, MOST_BLOCKS } from "./edit-template.ts";
import { useEditor, useTemplate } from "./editor-context.ts";
import { focusBlock } from "./focus-block.ts";
import { BLOCK_TYPES, newBlock } from "./new-block.ts";

type AddBlockProps = {
  /** Where the chosen block is put, from 0. */
  at: number;
  /** Only a drawing, at the block above. */
  below?: boolean;
};

/** A menu of the kinds of blocks. */
export function AddBlock({ at, below = false }: AddBlockProps) {
  const editor = useEditor();
  const count = useTemplate().blocks.length;
  const look = below
    ? ({ tone: "quiet", className: "button-icon", "aria-label": text.addBlockBelow(at) } as const)
    : {};
  return (
    <MenuButton
      {...look}
      label={below ? "" : text.addBlock}
      icon="plus"
      isDisabled={count >= MOST_BLOCKS}
      placement={below ? "bottom end" : "top start"}
      entries={BLOCK_TYPES.map((type) => ({
        id: type,
        label: text.blockNames[type],
        onPick: () => {
          editor.edit((template) => addBlock(template, at, newBlock(type, template)));
          focusBlock(at);
        },
      }))}
    />
  );
}
