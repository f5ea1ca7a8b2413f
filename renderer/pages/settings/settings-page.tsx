import "./settings.css";
import type { ComponentType } from "react";
import { Link, useParams } from "wouter";
import { Page } from "../../components/page.tsx";
import { settingsText, usersText } from "../../text/settings.ts";
import { numberingText } from "../../text/registers.ts";
import { officialsText } from "../../text/officials.ts";
import { letterStyleText } from "../../text/letter-style.ts";
import { templatesText } from "../../text/templates.ts";
import { backupText } from "../../text/backup.ts";
import { calendarText } from "../../text/calendar.ts";
import { privacyText } from "../../text/privacy.ts";
import { syncText } from "../../text/sync.ts";
import { ckanText } from "../../text/ckan.ts";
import { ArchiveSection } from "./archive-section.tsx";
import { BackupSection } from "./backup-section.tsx";
import { CalendarSection } from "./calendar-section.tsx";
import { CkanSection } from "./ckan-section.tsx";
import { DisplaySection } from "./display-section.tsx";
import { LetterStyleSection } from "./letter-style-section.tsx";
import { NumberingSection } from "./numbering-section.tsx";
import { OfficeSection } from "./office-section.tsx";
import { PortalSection } from "./portal-section.tsx";
import { PrivacySection } from "./privacy-section.tsx";
import { OfficialsSection } from "./officials-section.tsx";
import { TemplatesSection } from "./templates-section.tsx";
import { UsersSection } from "./users-section.tsx";

type Section = { id: string; label: string; view: ComponentType };

const OFFICE: Section = { id: "kantor", label: "Kantor dan surat", view: OfficeSection };
const SECTIONS: Section[] = [
  OFFICE,
  { id: "pejabat", label: officialsText.title, view: OfficialsSection },
  { id: "bentuk", label: letterStyleText.title, view: LetterStyleSection },
  { id: "templat", label: templatesText.title, view: TemplatesSection },
  { id: "penomoran", label: numberingText.title, view: NumberingSection },
  { id: "waktu", label: calendarText.title, view: CalendarSection },
  { id: "pengguna", label: usersText.title, view: UsersSection },
  { id: "tampilan", label: settingsText.display, view: DisplaySection },
  { id: "data-pribadi", label: privacyText.title, view: PrivacySection },
  { id: "cadangan", label: backupText.title, view: BackupSection },
  { id: "portal", label: syncText.title, view: PortalSection },
  { id: "portal-data", label: ckanText.title, view: CkanSection },
  { id: "arsip", label: settingsText.archive, view: ArchiveSection },
];

export function SettingsPage() {
  const { bagian } = useParams();
  const chosen = SECTIONS.find((section) => section.id === bagian) ?? OFFICE;
  const View = chosen.view;
  return (
    <Page title={settingsText.title}>
      <nav className="settings-tabs" aria-label={settingsText.title}>
        {SECTIONS.map(({ id, label }) => (
          <Link
            key={id}
            href={`/pengaturan/${id}`}
            className="settings-tab"
            aria-current={id === chosen.id ? "page" : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <View />
    </Page>
  );
}
