import { memo } from "react";
import type { TemplateBlock } from "#shared/letter/template.ts";
import { IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useNotices } from "../../store/hooks.ts";
import { templatesText as text } from "../../text/templates.ts";
import { AddBlock } from "./add-block.tsx";
import { BlockFields } from "./block-fields.tsx";
import { duplicateBlock, moveBlock, removeBlock, setBlock } from "./edit-template.ts";
import { useEditor, useProblems } from "./editor-context.ts";
import { focusBlock } from "./focus-block.ts";
import { WhenField } from "./when-field.tsx";

type BlockCardProps = { block: TemplateBlock; at: number; count: number };

const help: Partial<Record<TemplateBlock["type"], string>> = text.blockHelp;

/** One block in its place: what it is, when it is printed, what it says. */
export const BlockCard = memo(function BlockCard({ block, at, count }: BlockCardProps) {
  const editor = useEditor();
  const notices = useNotices();
  const found = useProblems().filter((one) => one.block === at && !one.invalid);
  const broken = useProblems().some((one) => one.block === at);
  const place = at + 1;
  const name = text.blockNames[block.type];
  const put = (next: TemplateBlock, where: string | null) =>
    editor.edit(
      (template) => setBlock(template, at, next),
      where === null ? null : `blocks.${at}.${where}`,
    );

  function move(by: number): void {
    editor.edit((template) => moveBlock(template, at, at + by));
    focusBlock(at + by);
  }
  function remove(): void {
    editor.edit((template) => removeBlock(template, at));
    notices.tell(text.blockRemoved(name));
    focusBlock(Math.min(at, count - 2));
  }

  return (
    <li
      className={broken ? "block-card block-broken" : "block-card"}
      data-block={at}
      aria-label={text.blockLabel(place, name)}
      tabIndex={-1}
    >
      <header className="block-head">
        <span className="block-no number">{place}</span>
        <strong>{name}</strong>
        <WhenField
          when={block.when}
          place={place}
          onChange={(when) => put({ ...block, when }, null)}
        />
        <span className="block-tools">
          <IconButton
            label={text.blockUp(place)}
            icon="up"
            isDisabled={at === 0}
            onPress={() => move(-1)}
          />
          <IconButton
            label={text.blockDown(place)}
            icon="down"
            isDisabled={place === count}
            onPress={() => move(1)}
          />
          <IconButton
            label={text.blockCopy(place)}
            icon="copy"
            onPress={() => {
              editor.edit((template) => duplicateBlock(template, at));
              focusBlock(place);
            }}
          />
          <AddBlock at={place} below />
          <IconButton
            label={text.blockRemove(place)}
            icon="close"
            isDisabled={count === 1}
            onPress={remove}
          />
        </span>
      </header>
      {found.length > 0 && (
        <ul className="block-found">
          {found.map(({ message }) => (
            <li key={message} className="field-error">
              <Icon name="warning" size={16} />
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="block-body">
        {help[block.type] !== undefined && <p className="muted small">{help[block.type]}</p>}
        <BlockFields block={block} path={`blocks.${at}`} onChange={put} />
      </div>
    </li>
  );
});
