import { useEffect, useState } from 'react';
import { download } from '../../api/client.ts';
import { useOffice } from '../../api/queries.ts';
import type { FieldView, RecordView } from '../../api/shapes.ts';
import { RefusalBox } from '../../look/signs.tsx';
import { sizeText } from '../../look/words.ts';
import { saveFile } from '../list/export.ts';

/** What a browser can show of a file, by the end of its name; the server looked at the content when it came in. */
const SHOWN: Readonly<
  Record<string, { readonly type: string; readonly as: 'picture' | 'audio' | 'video' | 'pdf' }>
> = {
  jpg: { type: 'image/jpeg', as: 'picture' },
  jpeg: { type: 'image/jpeg', as: 'picture' },
  png: { type: 'image/png', as: 'picture' },
  webp: { type: 'image/webp', as: 'picture' },
  mp3: { type: 'audio/mpeg', as: 'audio' },
  m4a: { type: 'audio/mp4', as: 'audio' },
  wav: { type: 'audio/wav', as: 'audio' },
  ogg: { type: 'audio/ogg', as: 'audio' },
  mp4: { type: 'video/mp4', as: 'video' },
  mov: { type: 'video/quicktime', as: 'video' },
  pdf: { type: 'application/pdf', as: 'pdf' },
};

interface Props {
  readonly record: RecordView;
  readonly field: FieldView;
  readonly file: { readonly name: string; readonly size: number };
  readonly open: boolean;
}

/** A file of a record: looked at on the page, or taken along. */
export function FileView({ record, field, file, open }: Props) {
  const { code } = useOffice();
  const [shown, setShown] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useEffect(() => () => (shown === undefined ? undefined : URL.revokeObjectURL(shown)), [shown]);
  const name = `${file.name}（${sizeText(file.size)}）`;
  if (!open) return <>{name}</>;
  const way = SHOWN[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
  const fetchIt = async (use: (content: Blob) => void): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      use(
        await download(
          `/${code}/records/${record.id}/files/${field.name}`,
          way?.type ?? 'application/octet-stream',
        ),
      );
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="preview">
      <p>
        {name}{' '}
        {way && shown === undefined ? (
          <button
            type="button"
            className="plain"
            disabled={busy}
            onClick={() => void fetchIt((content) => setShown(URL.createObjectURL(content)))}
          >
            查看
          </button>
        ) : null}{' '}
        <button
          type="button"
          className="plain"
          disabled={busy}
          onClick={() => void fetchIt((content) => saveFile(content, file.name))}
        >
          下载
        </button>
        {shown === undefined ? null : (
          <button type="button" className="plain" onClick={() => setShown(undefined)}>
            收起
          </button>
        )}
      </p>
      <RefusalBox error={error} />
      {shown !== undefined && way ? <Preview as={way.as} address={shown} name={file.name} /> : null}
    </div>
  );
}

function Preview({
  as,
  address,
  name,
}: {
  readonly as: 'picture' | 'audio' | 'video' | 'pdf';
  readonly address: string;
  readonly name: string;
}) {
  switch (as) {
    case 'picture':
      return <img src={address} alt={name} />;
    case 'audio':
      return <audio src={address} controls aria-label={name} />;
    case 'video':
      return <video src={address} controls aria-label={name} />;
    case 'pdf':
      return <iframe src={address} title={name} />;
  }
}
