import { loudspeakerFinding } from "./device-verdicts.ts";
import { exams, type Exam, type LoudspeakerFacts } from "./facts.ts";
import { finding, type Finding } from "./finding.ts";

/** One look at network and devices, as it goes and as it ended. */
export type Examination = {
  readonly began: number;
  /** The kiosk's number; null at a console. */
  readonly kiosk: string | null;
  readonly server: string;
  readonly state: "going" | "stopped" | "whole";
  /** What is being examined now. */
  readonly going: readonly Exam[];
  readonly findings: readonly Finding[];
  /** What the person is asked about: whether they heard it. Null where nobody has to be asked. */
  readonly played: LoudspeakerFacts | null;
  /** The text was copied. */
  readonly copied: boolean;
};

export function begun(began: number, kiosk: string | null, server: string): Examination {
  return { began, kiosk, server, state: "going", going: [], findings: [], played: null, copied: false };
}

export function goingOn(examination: Examination, now: readonly Exam[]): Examination {
  return { ...examination, going: [...examination.going, ...now] };
}

/** In the order in which they are shown; a later finding of the same replaces the earlier one. */
export function found(examination: Examination, findings: readonly Finding[]): Examination {
  const all = [...examination.findings.filter((one) => !findings.some((each) => each.exam === one.exam)), ...findings];
  return {
    ...examination,
    going: examination.going.filter((exam) => !findings.some((each) => each.exam === exam)),
    findings: all.toSorted((one, other) => exams.indexOf(one.exam) - exams.indexOf(other.exam)),
  };
}

export function played(examination: Examination, loudspeaker: LoudspeakerFacts): Examination {
  const asked = loudspeaker.played && !loudspeaker.heard;
  return { ...examination, played: asked ? loudspeaker : null };
}

/** What the person says of the tone. */
export function answered(examination: Examination, heard: boolean): Examination {
  if (examination.played === null) return examination;
  const verdict = loudspeakerFinding({ ...examination.played, answered: heard });
  return { ...found(examination, [verdict]), played: null };
}

/** What was not examined by now is not any more. */
export function ended(examination: Examination, state: "stopped" | "whole"): Examination {
  const left = exams.filter((exam) => !examination.findings.some((each) => each.exam === exam));
  const code = state === "stopped" ? "N-STOPPED" : "N-NO-TIME";
  const all = found(
    examination,
    left.map((exam) => finding(exam, "none", code)),
  );
  return { ...all, state, going: [] };
}
