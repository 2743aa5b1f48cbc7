import { useEffect, useRef, useState } from 'react';
import { useOffice, useSelf } from '../../api/queries.ts';
import { draftName, dropDraft, readDraft, saveDraft } from '../../drafts/store.ts';
import type { Values } from './values.ts';

/** How long after the last key a draft is written. */
const PAUSE_MS = 500;

/** A form's values, which save themselves as a draft and come back from it. */
export interface Drafted {
  /** False until it is known whether there is a draft. */
  readonly ready: boolean;
  readonly values: Values;
  /** The values as they are now, whatever has been drawn of them. */
  readonly latest: () => Values;
  /** Puts these values in the place of those of the same names; all others stay as they are now. */
  readonly change: (part: Values) => void;
  /** Puts these values in without saving a draft: nobody typed them. */
  readonly offer: (values: Values) => void;
  /** When the draft that was found had been saved. */
  readonly restoredFrom: string | undefined;
  /** When this form was last saved. */
  readonly savedAt: string | undefined;
  /** Throws the draft away: the act is done, or it is not wanted. */
  readonly drop: () => void;
  /** Begins anew from the first values. */
  readonly restart: () => void;
}

/** `path` is where the form is, below the organisation; it also names the draft. */
export function useDraft(path: string, label: string, first: Values): Drafted {
  const { code } = useOffice();
  const account = useSelf().data?.account;
  const [ready, setReady] = useState(false);
  const [values, setValues] = useState<Values>(first);
  const latest = useRef(values);
  const [restoredFrom, setRestored] = useState<string>();
  const [savedAt, setSaved] = useState<string>();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const name = account === undefined ? undefined : draftName(code, account, path);
  const put = (next: Values): void => {
    latest.current = next;
    setValues(next);
  };

  useEffect(() => {
    if (name === undefined) return undefined;
    let gone = false;
    readDraft(name)
      .then((draft) => {
        if (gone) return;
        if (draft) {
          put({ ...first, ...draft.values });
          setRestored(draft.at);
        }
        setReady(true);
      })
      // Without the key nothing is restored and nothing saved; the form itself still works.
      .catch(() => !gone && setReady(true));
    return () => {
      gone = true;
      clearTimeout(waiting.current);
    };
    // The first values are those of the moment the form was opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);

  const save = (): void => {
    if (name === undefined) return;
    const at = new Date().toISOString();
    saveDraft(name, { values: latest.current, at, path, label })
      .then(() => setSaved(at))
      .catch(() => undefined);
  };
  return {
    ready,
    values,
    latest: () => latest.current,
    offer: put,
    restoredFrom,
    savedAt,
    change(part) {
      put({ ...latest.current, ...part });
      clearTimeout(waiting.current);
      waiting.current = setTimeout(save, PAUSE_MS);
    },
    drop() {
      clearTimeout(waiting.current);
      if (name !== undefined) dropDraft(name);
    },
    restart() {
      clearTimeout(waiting.current);
      if (name !== undefined) dropDraft(name);
      put(first);
      setRestored(undefined);
      setSaved(undefined);
    },
  };
}
