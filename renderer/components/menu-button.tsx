import "./list-box.css";
import { Menu, MenuItem, MenuTrigger, Popover, type PopoverProps } from "react-aria-components";
import { Button, type ButtonProps } from "./button.tsx";

/** `onPick` runs when the entry is chosen. */
export type MenuEntry = { id: string; label: string; onPick: () => void };

type MenuButtonProps = Omit<ButtonProps, "children" | "onPress"> & {
  label: string;
  entries: readonly MenuEntry[];
  placement?: PopoverProps["placement"];
};

/** A button that opens a list of things to do. */
export function MenuButton({
  label,
  entries,
  placement = "bottom end",
  ...props
}: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button {...props}>{label}</Button>
      <Popover className="popover" placement={placement}>
        <Menu
          className="list-box"
          onAction={(key) => entries.find((entry) => entry.id === key)?.onPick()}
        >
          {entries.map(({ id, label: words }) => (
            <MenuItem key={id} id={id} className="list-item">
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
