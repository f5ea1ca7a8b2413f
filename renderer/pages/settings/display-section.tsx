import "../../components/checkbox-group.css";
import { useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { CheckBox } from "../../components/check-box.tsx";
import { useTheme } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { THEMES } from "../../store/theme.ts";
import { useSession } from "../../store/session.ts";
import { settingsText } from "../../text/settings.ts";

/** System notifications of late and due work. */
function RemindersSwitch() {
  const { reminders } = useServices();
  const [on, setOn] = useState(reminders.wanted);
  const [refused, setRefused] = useState(false);
  if (!reminders.possible) return null;
  async function choose(wanted: boolean): Promise<void> {
    const allowed = await reminders.want(wanted);
    setRefused(!allowed);
    setOn(wanted && allowed);
  }
  return (
    <section className="card card-body">
      <CheckBox isSelected={on} onChange={(wanted) => void choose(wanted)}>
        {settingsText.reminders}
      </CheckBox>
      <p className="muted small">
        {refused ? settingsText.remindersRefused : settingsText.remindersHelp}
      </p>
    </section>
  );
}

export function DisplaySection() {
  const theme = useTheme();
  const services = useServices();
  const { app } = useSession();
  return (
    <section className="settings-section">
      <RadioGroup
        className="card card-body"
        value={theme}
        onChange={(value) => {
          const chosen = THEMES.find((one) => one === value);
          if (chosen !== undefined) services.theme.choose(chosen);
        }}
      >
        <Label className="field-label">{settingsText.display}</Label>
        {THEMES.map((one) => (
          <Radio key={one} value={one} className="radio">
            {settingsText.theme[one]}
          </Radio>
        ))}
      </RadioGroup>
      <RemindersSwitch />
      <section className="card card-body">
        <h2>{settingsText.about}</h2>
        <p>{settingsText.version(app.version)}</p>
        <p>{settingsText.aboutWhat}</p>
        <p className="muted small">{settingsText.licences}</p>
      </section>
    </section>
  );
}
