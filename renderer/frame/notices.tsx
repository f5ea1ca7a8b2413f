import "./notices.css";
import { useStore } from "zustand";
import { IconButton } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useNotices } from "../store/hooks.ts";
import { commonText } from "../text/common.ts";
import { frameText } from "../text/frame.ts";

/** Short messages at the window's foot, read out as they come. */
export function Notices() {
  const store = useNotices();
  const notices = useStore(store, (state) => state.notices);
  return (
    <section className="notices" aria-label={frameText.notices} aria-live="polite">
      {notices.map(({ id, tone, text }) => (
        <div key={id} className={`notice notice-${tone}`}>
          <Icon name={tone === "ok" ? "check" : "warning"} />
          <span>{text}</span>
          <IconButton label={commonText.close} icon="close" onPress={() => store.close(id)} />
        </div>
      ))}
    </section>
  );
}
