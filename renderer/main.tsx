import "./style/tokens.css";
import "./style/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components";
import { App } from "./frame/app.tsx";
import { createServices, ServicesProvider } from "./store/services.ts";
import { speakIndonesian } from "./text/react-aria.ts";

speakIndonesian();
const root = document.getElementById("root");
if (root === null) throw new Error("the page has no #root");
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="id-ID">
      <ServicesProvider value={createServices()}>
        <App />
      </ServicesProvider>
    </I18nProvider>
  </StrictMode>,
);
