/** The longest line of chat that the server understands, in UTF-16 units. An input method writes past the end of a box. */
const longest = 500;

/** What goes into one line of chat, and what is left for the next; no character is cut in two. */
export function lineOfChat(text: string): { readonly line: string; readonly rest: string } {
  if (text.length <= longest) return { line: text, rest: "" };
  const last = text.charCodeAt(longest - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? longest - 1 : longest;
  return { line: text.slice(0, end), rest: text.slice(end) };
}
