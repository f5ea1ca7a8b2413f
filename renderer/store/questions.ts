import { createStore } from "zustand/vanilla";

export type Question = {
  title: string;
  /** Names what is lost. */
  body: string;
  confirm: string;
  cancel?: string;
  danger?: boolean;
};

type Open = Question & { answer: (yes: boolean) => void };

/** Questions that are asked once in a dialog before something is lost; one at a time. */
export function createQuestions() {
  const store = createStore<{ open: Open | null }>(() => ({ open: null }));
  return {
    ...store,
    ask(question: Question): Promise<boolean> {
      store.getState().open?.answer(false);
      return new Promise((resolve) => {
        const answer = (yes: boolean) => {
          store.setState({ open: null });
          resolve(yes);
        };
        store.setState({ open: { ...question, answer } });
      });
    },
  };
}

export type Questions = ReturnType<typeof createQuestions>;
