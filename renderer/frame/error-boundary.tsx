import { Component, type ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { crashText } from "../text/frame.ts";
import "./screen.css";

type Props = { children: ReactNode };
type State = { error: Error | null };

/** Keeps a page that fails to draw from taking the window along: says what happened and was kept. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="screen" role="alert">
        <h1>{crashText.title}</h1>
        <p>{crashText.what}</p>
        <p>{crashText.kept}</p>
        <p>{crashText.detail}</p>
        <pre className="screen-detail">{error.message}</pre>
        <div>
          <Button tone="primary" onPress={() => location.reload()}>
            {crashText.retry}
          </Button>
        </div>
      </main>
    );
  }
}
