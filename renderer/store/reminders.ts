/**
 * Notifications of the system; what a person chose is remembered on this PC. Until then they are on
 * where the system allows them already, as it does in the installed program.
 */
const WANTED = "lajur.pengingat";
const TOLD = "lajur.sudah-diingatkan";
/** What was told is remembered for this many reminders; older ones cannot come again. */
const REMEMBERED = 400;

export type Reminders = ReturnType<typeof createReminders>;

type Show = (text: string, onClick: () => void) => void;

export function createReminders(
  storage: Pick<Storage, "getItem" | "setItem">,
  go: (to: string) => void,
  show: Show | null = systemNotification(),
) {
  const told = (): string[] => {
    try {
      const list = JSON.parse(storage.getItem(TOLD) ?? "[]") as unknown;
      return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
    } catch {
      // Only what was told is lost; the worst is one reminder twice.
      return [];
    }
  };
  const wanted = (): boolean => {
    const chosen = storage.getItem(WANTED);
    return chosen === null ? allowed() : chosen === "ya";
  };
  return {
    /** Whether this window can notify at all. */
    possible: show !== null,
    wanted,
    /** Turns reminders on once the system allows them; false when it does not. */
    async want(on: boolean): Promise<boolean> {
      const granted = !on || (await Notification.requestPermission()) === "granted";
      storage.setItem(WANTED, on && granted ? "ya" : "tidak");
      return granted;
    },
    /** Tells `text` once for `key`, and leads to a screen on a click. */
    tell(key: string, text: string, to: string | null): void {
      if (show === null || !wanted()) return;
      const before = told();
      if (before.includes(key)) return;
      storage.setItem(TOLD, JSON.stringify([...before, key].slice(-REMEMBERED)));
      show(text, () => {
        if (to !== null) go(to);
      });
    },
    /** A count on the app's icon; windows without one show none. */
    badge(count: number): void {
      const { setAppBadge, clearAppBadge } = navigator as Partial<Navigator>;
      const done = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
      // A window that is not installed has no icon to write on.
      done?.catch(() => undefined);
    },
  };
}

const allowed = (): boolean =>
  typeof Notification !== "undefined" && Notification.permission === "granted";

function systemNotification(): Show | null {
  if (typeof Notification === "undefined") return null;
  return (text, onClick) => {
    if (!allowed()) return;
    const shown = new Notification("Lajur", { body: text, lang: "id" });
    shown.onclick = () => {
      window.focus();
      onClick();
    };
  };
}
