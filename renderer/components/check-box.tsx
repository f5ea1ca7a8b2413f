import "./checkbox-group.css";
import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import { Icon } from "./icon.tsx";

type CheckBoxProps = {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
  children: ReactNode;
};

/** One thing that is so or not. */
export function CheckBox({ children, ...props }: CheckBoxProps) {
  return (
    <Checkbox {...props} className="check">
      <span className="check-box">
        <Icon name="check" size={14} />
      </span>
      {children}
    </Checkbox>
  );
}
