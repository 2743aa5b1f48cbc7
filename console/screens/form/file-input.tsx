import { useRef, useState, type ChangeEvent } from 'react';
import { Refused, upload } from '../../api/client.ts';
import { useOffice } from '../../api/queries.ts';
import type { Uploaded } from '../../api/shapes.ts';
import { sizeText } from '../../look/words.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  /** What it mostly is: a phone takes that by one tap. */
  readonly media?: 'photo' | 'sound' | undefined;
  readonly value: Uploaded | undefined;
  readonly onChange: (file: Uploaded | undefined) => void;
  readonly describedBy?: string | undefined;
}

/** What a phone takes at once. */
const TAKE = {
  photo: { word: '拍照', accept: 'image/*' },
  sound: { word: '录音', accept: 'audio/*' },
} as const;

/** A file, chosen or photographed, sent at once: what is left when the form is sent is only its reference. */
export function FileInput({ id, label, media, value, onChange, describedBy }: Props) {
  const { code } = useOffice();
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState<{ readonly file: File; readonly sentence: string }>();
  const stop = useRef<AbortController>(undefined);

  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    stop.current = new AbortController();
    setFailed(undefined);
    setShare(0);
    try {
      onChange(await upload(code, file, setShare, stop.current.signal));
    } catch (error) {
      if (error instanceof DOMException) return;
      const next = error instanceof Refused ? (error.problem.next ?? '') : '';
      setFailed({ file, sentence: `${error instanceof Error ? error.message : '没有传上去。'}${next}` });
    } finally {
      setShare(undefined);
    }
  };

  if (share !== undefined)
    return (
      <div>
        <progress value={share} max={1} aria-label={`正在上传${label}`} />
        <p>
          正在上传，已完成{Math.round(share * 100)}%{' '}
          <button type="button" className="plain" onClick={() => stop.current?.abort()}>
            取消
          </button>
        </p>
      </div>
    );
  if (value)
    return (
      <p>
        {value.name}（{sizeText(value.size)}）{' '}
        <button type="button" className="plain" onClick={() => onChange(undefined)}>
          换一个
        </button>
      </p>
    );
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void =>
    void send(target.files?.[0] ?? undefined);
  const any = (
    <input
      id={id}
      type="file"
      {...(media === undefined ? {} : { className: 'hidden' })}
      aria-describedby={describedBy}
      onChange={chosen}
    />
  );
  return (
    <div>
      {media === undefined ? any : null}
      <div className="takes">
        <label className="plain-link">
          {TAKE[media ?? 'photo'].word}
          <input
            className="hidden"
            type="file"
            accept={TAKE[media ?? 'photo'].accept}
            capture="environment"
            onChange={chosen}
          />
        </label>
        {media === undefined ? null : <label className="plain-link">选文件{any}</label>}
      </div>
      {failed ? (
        <p className="error" role="alert">
          {failed.sentence}{' '}
          <button type="button" className="plain" onClick={() => void send(failed.file)}>
            再传一次
          </button>
        </p>
      ) : null}
    </div>
  );
}
