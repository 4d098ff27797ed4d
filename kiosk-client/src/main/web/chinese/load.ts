import { Words } from "./words.ts";

let coming: Promise<Words> | null = null;

/** The list of words, fetched once; again where that failed. */
export function chineseWords(): Promise<Words> {
  coming ??= fetched().catch((trouble: unknown) => {
    coming = null;
    throw trouble;
  });
  return coming;
}

async function fetched(): Promise<Words> {
  const { default: address } = await import("virtual:chinese-words");
  const answer = await fetch(address);
  if (!answer.ok || answer.body === null) throw new Error(`The list of words: ${answer.status}`);
  const list = answer.body.pipeThrough(new DecompressionStream("gzip"));
  return new Words(await new Response(list).text());
}
