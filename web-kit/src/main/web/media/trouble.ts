/** Why a device or a screen is not sent; each has a sentence in the language files. */
export type Trouble =
  /** The person or the browser's settings said no. */
  | "denied"
  /** There is no such device. */
  | "missing"
  /** Another program holds it. */
  | "busy"
  /** The page did not come over https, so browsers give it no devices. */
  | "insecure"
  /** Nobody chose what to share, or it was refused. */
  | "screenRefused"
  /** The whole screen was chosen, which is never shared. */
  | "wholeScreen";

/** The trouble behind what `getUserMedia` throws. */
export function troubleOf(error: unknown): Trouble {
  switch (error instanceof Error || error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
      return "denied";
    case "SecurityError":
      return "insecure";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "busy";
  }
}
