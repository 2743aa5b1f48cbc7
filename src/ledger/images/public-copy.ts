import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '../../kernel/index.ts';
import { cleanHeic } from './heic.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

const CLEANERS: Readonly<Record<string, (content: Buffer) => Buffer>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/apng': cleanPng,
  'image/webp': cleanWebp,
  'image/heic': cleanHeic,
  'image/heif': cleanHeic,
  'image/avif': cleanHeic,
};

/**
 * The copy of a picture that may stand on a public page: the same pixels, without place, time, device, texts and previews
 * (个人信息保护法 art. 25). Told by the content, not by the name; the original stays as it was stored. Refuses what it
 * can't clean, so that nothing goes out unseen.
 */
export async function publicCopy(content: Buffer): Promise<Buffer> {
  const type = await fileTypeFromBuffer(content);
  const clean = type && CLEANERS[type.mime];
  if (clean) return clean(content);
  throw new Refusal('bad-file', '只有JPEG、PNG、WebP、HEIC图片能制作公开用的副本。', {
    next: '请转成JPEG或PNG后再公开；其他文件请先核对里面有没有拍摄地点等信息。',
  });
}
