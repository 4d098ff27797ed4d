/** How document cameras call themselves, and the makers that sell them to service halls. A hall with another one adds its name here. */
export const documentCameras: readonly RegExp[] = [
  /document|doc[ _-]?cam|visuali[sz]er|overhead/i,
  /高拍仪|eloam|jieyu|czur|comet|deli.*(scan|cam)/i,
];
