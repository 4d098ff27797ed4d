/** An identifier nobody else chooses: 22 letters and digits. Works without a secure context, as on a hall's own network. */
export function newId(): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const letters = crypto.getRandomValues(new Uint8Array(22));
  return Array.from(letters, (each) => alphabet[each % alphabet.length]).join("");
}
