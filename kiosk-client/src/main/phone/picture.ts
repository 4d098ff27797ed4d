/** As long as the longer side may be: finer than any of these papers needs, and small enough for a slow line. */
const LONGEST = 3_000;
const AS_IT_IS = 3 * 1024 * 1024;
const TAKEN = ["image/jpeg", "image/png"];

export type Prepared = { readonly page: Blob; readonly thumb: string | null };

/**
 * A picture as it is sent: upright, not larger than is needed, and JPEG where the phone takes others. Rejects with `wrong-type` what no
 * browser of this phone can show.
 */
export async function prepared(file: File): Promise<Prepared> {
  if (file.size === 0) throw new Error("empty");
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) throw new Error("wrong-type");
  try {
    const longer = Math.max(picture.width, picture.height);
    const fits = TAKEN.includes(file.type) && file.size <= AS_IT_IS && longer <= LONGEST;
    const page = fits ? file : await drawn(picture, Math.min(1, LONGEST / longer), 0.9);
    const thumb = URL.createObjectURL(await drawn(picture, Math.min(1, 320 / longer), 0.8));
    return { page, thumb };
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, scale: number, quality: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("wrong-type");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob === null ? failed(new Error("wrong-type")) : done(blob)), "image/jpeg", quality),
  );
}
