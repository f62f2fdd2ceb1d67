import { isPicture } from './fileWords';
import type { UploadSource } from './upload';

/** The server's bounds. */
const longestSide = 480;
const mostBytes = 65_536;
/** A picture is unpacked in memory: none that would take the tab down for the sake of a small one. */
const largestPicture = 40 * 1024 * 1024;

/** A small picture of a picture; null where there is none to be made: another file, no canvas, a damaged image. */
export async function makePreview(source: UploadSource): Promise<Blob | null> {
  if (typeof createImageBitmap === 'undefined' || typeof document === 'undefined' || !(source instanceof Blob)) return null;
  if (!isPicture(source.type) || source.size > largestPicture) return null;
  const image = await createImageBitmap(source).catch(() => null);
  if (!image) return null;
  try {
    for (const [side, quality] of [[longestSide, 0.8], [longestSide, 0.5], [longestSide / 2, 0.5]] as const) {
      const picture = await draw(image, side, quality);
      if (picture && picture.size <= mostBytes) return picture;
    }
    return null;
  } finally {
    image.close();
  }
}

function draw(image: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  // Browsers that cannot write WebP write PNG instead, which may be too large; the server takes both.
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
}
