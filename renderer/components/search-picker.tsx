import "./list-box.css";
import "./search-picker.css";
import { type ReactNode, useState } from "react";
import {
  Autocomplete,
  Collection,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  TextField,
} from "react-aria-components";

export type PickerItem = { id: string; label: string; detail?: string };
export type PickerGroup = { id: string; label: string; items: readonly PickerItem[] };

type SearchPickerProps = {
  /** What is picked from, read out. */
  label: string;
  search: string;
  none: string;
  groups: readonly PickerGroup[];
  onPick: (id: string) => void;
  /** Told what is searched for, where the list comes from elsewhere; else it is filtered here. */
  onSearch?: (words: string) => void;
  /** The button that opens it. */
  children: ReactNode;
};

/** A long list behind a button, searched by typing. */
export function SearchPicker(props: SearchPickerProps) {
  const { label, search, none, groups, onPick, onSearch, children } = props;
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger
      isOpen={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) onSearch?.("");
      }}
    >
      {children}
      <Popover className="popover picker" placement="bottom end">
        <Dialog className="picker-dialog" aria-label={label}>
          <Autocomplete
            filter={onSearch === undefined ? holds : undefined}
            onInputChange={onSearch}
          >
            <TextField className="picker-search" aria-label={search} autoFocus type="search">
              <Input className="input" placeholder={search} />
            </TextField>
            <Menu
              className="list-box"
              aria-label={label}
              items={groups.filter(({ items }) => items.length > 0)}
              renderEmptyState={() => <div className="picker-none">{none}</div>}
              onAction={(key) => {
                setOpen(false);
                onPick(String(key));
              }}
            >
              {(group) => (
                <MenuSection id={`group ${group.id}`}>
                  <Header className="picker-group">{group.label}</Header>
                  <Collection items={group.items}>
                    {(item) => (
                      <MenuItem
                        className="list-item picker-item"
                        textValue={`${item.label} ${item.detail ?? ""}`}
                      >
                        <span>{item.label}</span>
                        {item.detail !== undefined && <small>{item.detail}</small>}
                      </MenuItem>
                    )}
                  </Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Whether every word that was typed stands somewhere in the text. */
function holds(text: string, typed: string): boolean {
  const within = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}
