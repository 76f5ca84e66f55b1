import { useState } from "react";

export type Draft = {
  text: string;
  change: (text: string) => void;
  /** Hands a changed draft over; without one nothing happens. */
  finish: () => void;
  /** Forgets the draft. */
  discard: () => void;
};

/** What is being typed, kept apart from the widget's value until Enter or leaving the input. */
export function useDraft(shown: string, commit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    text: draft ?? shown,
    change: setDraft,
    finish() {
      if (draft === null) return;
      setDraft(null);
      if (draft !== shown) commit(draft);
    },
    discard: () => setDraft(null),
  };
}
