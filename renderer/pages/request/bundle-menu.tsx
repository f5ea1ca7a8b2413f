import { useState } from "react";
import { MenuButton } from "../../components/menu-button.tsx";
import { bundleText as text } from "../../text/bundle.ts";
import { type BundleKind, BundleDialog } from "./bundle-dialog.tsx";

/** The request's whole file: one PDF to read and print, a ZIP for another office. */
export function BundleMenu({ request }: { request: string }) {
  const [asked, setAsked] = useState<BundleKind | null>(null);
  return (
    <>
      <MenuButton
        label={text.menu}
        icon="download"
        wide
        small
        placement="left top"
        entries={[
          { id: "pdf", label: text.pdf, onPick: () => setAsked("pdf") },
          { id: "zip", label: text.zip, onPick: () => setAsked("zip") },
        ]}
      />
      {asked !== null && (
        <BundleDialog
          key={asked}
          request={request}
          kind={asked}
          onKind={setAsked}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
