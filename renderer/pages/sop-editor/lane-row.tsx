import { Button, IconButton } from "../../components/button.tsx";
import { addLane, moveLane, removeLane, renameLane } from "#shared/sop/edit.ts";
import { editorText as text } from "../../text/sop-editor.ts";
import { useDraft, useEditor } from "./editor-context.ts";

/** The lanes in the order of the sheet's columns. */
export function LaneRow() {
  const { lanes } = useDraft();
  const editor = useEditor();
  return (
    <fieldset className="lane-row">
      <legend>{text.lanes}</legend>
      <ol>
        {lanes.map((lane, at) => (
          // A lane has no identity but its place while its name is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="lane">
            <IconButton
              label={text.laneLeft(lane)}
              icon="chevronLeft"
              isDisabled={at === 0}
              onPress={() => editor.edit((draft) => moveLane(draft, at, at - 1))}
            />
            <input
              className="input"
              aria-label={text.lane(at + 1)}
              value={lane}
              onChange={({ target }) =>
                editor.edit((draft) => renameLane(draft, at, target.value), `lane ${at}`)
              }
            />
            <IconButton
              label={text.laneRight(lane)}
              icon="chevronRight"
              isDisabled={at === lanes.length - 1}
              onPress={() => editor.edit((draft) => moveLane(draft, at, at + 1))}
            />
            <IconButton
              label={text.laneRemove(lane)}
              icon="close"
              isDisabled={lanes.length === 1}
              onPress={() => editor.edit((draft) => removeLane(draft, at))}
            />
          </li>
        ))}
        <li>
          <Button
            small
            icon="plus"
            isDisabled={lanes.length >= MOST}
            onPress={() =>
              editor.edit((draft) => addLane(draft, text.newLane(draft.lanes.length + 1)))
            }
          >
            {text.addLane}
          </Button>
        </li>
      </ol>
    </fieldset>
  );
}

/** As many as a definition takes. */
const MOST = 12;
