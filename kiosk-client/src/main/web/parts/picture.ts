import { html, svg, type TemplateResult } from "lit";

/** The invitation: a window of another city that opens in this hall. Drawn for this product. */
export function invitation(): TemplateResult {
  return html`<svg class="picture" viewBox="0 0 968 760" aria-hidden="true" preserveAspectRatio="xMidYMax slice">
    ${svg`
    <rect class="p-sky" width="968" height="760" />
    <g class="p-far">
      <path d="M0 470h70v-60h66v60h40v-96h74v96h60v180H0z" />
      <path d="M660 500h64v-80l34-44 34 44v80h46v-60h70v60h60v150H660z" />
      <rect x="96" y="330" width="18" height="90" />
    </g>
    <g class="p-near">
      <path d="M0 560h90v-40h110v40h70v140H0z" />
      <path d="M700 590h70v-70h90v70h108v110H700z" />
    </g>
    <path class="p-cloud" d="M36 214h118a22 22 0 0 0-8-42 34 34 0 0 0-62-10 28 28 0 0 0-46 18 18 18 0 0 0-2 34z" />
    <path class="p-cloud" d="M812 158h118a22 22 0 0 0-8-42 34 34 0 0 0-62-10 28 28 0 0 0-46 18 18 18 0 0 0-2 34z" />
    <rect class="p-frame" x="168" y="52" width="632" height="660" rx="52" />
    <rect class="p-room" x="196" y="80" width="576" height="604" rx="32" />
    <g class="p-pane">
      <rect x="246" y="140" width="140" height="190" rx="10" />
      <path d="M316 140v190M246 235h140" />
    </g>
    <g class="p-board">
      <rect x="588" y="140" width="136" height="96" rx="12" />
      <path d="M612 172h88M612 202h56" />
    </g>
    <path class="p-coat" d="M300 640c4-132 70-190 184-190s180 58 184 190z" />
    <path class="p-shirt" d="M430 452l54 84 54-84-20-18h-68z" />
    <path class="p-tie" d="M472 500h24l12 92-24 34-24-34z" />
    <path class="p-skin" d="M452 386h64v66c0 30-64 30-64 0z" />
    <rect class="p-skin" x="414" y="226" width="140" height="184" rx="68" />
    <path class="p-hair" d="M408 300c-8-84 34-116 78-116s84 30 74 116c-14-22-20-36-26-52-34 14-84 14-104 4-6 18-12 32-22 48z" />
    <g class="p-face">
      <circle cx="456" cy="316" r="7" />
      <circle cx="512" cy="316" r="7" />
      <path d="M440 292c8-7 20-8 28-3M500 289c8-5 20-4 28 3" />
      <path d="M460 366c14 13 34 13 48 0" />
    </g>
    <path class="p-set" d="M404 330c-6-110 30-154 82-154s86 44 80 154" />
    <rect class="p-ear" x="388" y="312" width="30" height="64" rx="12" />
    <rect class="p-ear" x="552" y="312" width="30" height="64" rx="12" />
    <path class="p-boom" d="M402 374c2 30 20 42 46 42" />
    <circle class="p-ear" cx="452" cy="416" r="9" />
    <g class="p-badge">
      <rect x="556" y="548" width="76" height="48" rx="8" />
      <path d="M570 564h48M570 580h30" />
    </g>
    <rect class="p-desk" x="196" y="606" width="576" height="78" />
    <rect class="p-border" x="186" y="70" width="596" height="624" rx="42" />
    <rect class="p-sill" x="96" y="694" width="776" height="66" rx="12" />
    <rect class="p-sill-light" x="96" y="694" width="776" height="16" rx="8" />
    <g class="p-paper">
      <path d="M246 622l150-14 6 84-150 14z" />
      <path d="M268 642l98-9M270 662l70-6M272 680l86-8" />
    </g>
    <path class="p-leaf" d="M664 628c-30-20-38-52-22-88 26 20 34 52 22 88zM672 626c6-34 26-54 62-58-2 36-26 56-62 58zM662 620c-20-24-46-30-70-20 14 26 40 34 70 20z" />
    <path class="p-pot" d="M630 622h72l-12 76h-48z" />`}
  </svg>`;
}

/** The face of who has no picture: their name in large type, never a grey head. */
export function nameInstead(name: string): TemplateResult {
  return html`<span class="tile__name">${name}</span>`;
}

/** Where somebody's things may still lie: on the reader, in the slot, on the seat. */
export function whereThingsLie(): TemplateResult {
  return html`<svg class="picture" viewBox="0 0 968 520" aria-hidden="true">
    ${svg`
    <rect class="p-sky" width="968" height="520" rx="28" />
    <rect class="p-near" x="0" y="452" width="968" height="68" />
    <rect class="p-far" x="196" y="330" width="236" height="142" />
    <rect class="p-shell" x="176" y="26" width="276" height="250" rx="20" />
    <rect class="p-glass" x="198" y="50" width="232" height="202" rx="8" />
    <rect class="p-shell" x="118" y="276" width="480" height="72" rx="16" />
    <rect class="p-reader" x="150" y="292" width="150" height="40" rx="8" />
    <rect class="p-slot" x="430" y="306" width="132" height="12" rx="6" />
    <g class="p-paper">
      <path d="M444 312h104v96l-13-10-13 10-13-10-13 10-13-10-13 10-13-10-13 10z" />
      <path d="M464 338h64M464 360h44" />
    </g>
    <g class="p-card">
      <rect x="176" y="280" width="98" height="60" rx="8" />
      <circle cx="202" cy="304" r="10" />
      <path d="M188 328c2-14 26-14 28 0M230 300h28M230 318h28" />
    </g>
    <rect class="p-shell" x="700" y="366" width="212" height="36" rx="16" />
    <path class="p-legs" d="M734 402l-12 84M878 402l12 84" />
    <g class="p-bag">
      <path d="M776 270v-22a30 30 0 0 1 60 0v22" />
      <rect x="744" y="266" width="124" height="102" rx="26" />
      <path d="M768 320h76" />
    </g>
    <g class="p-here">
      <path d="M225 200v44M205 236l20 26 20-26z" />
      <path d="M496 216v44M476 252l20 26 20-26z" />
      <path d="M806 150v44M786 186l20 26 20-26z" />
    </g>`}
  </svg>`;
}
