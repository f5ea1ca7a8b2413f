import "./checkbox-group.css";
import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import { Icon } from "./icon.tsx";

type CheckBoxProps = {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
  /** What it says where nothing stands beside it, as in a table. */
  label?: string;
  children?: ReactNode;
};

/** One thing that is so or not. */
export function CheckBox({ children, label, ...props }: CheckBoxProps) {
  return (
    <Checkbox {...props} className="check" aria-label={label}>
      <span className="check-box">
        <Icon name="check" size={14} />
      </span>
      {children}
    </Checkbox>
  );
}
