/** How loud a track is, from 0 to 1, told about ten times a second; returns how to stop. */
export function watchLevel(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const audio = new AudioContext();
  const analyser = new AnalyserNode(audio, { fftSize: 1024 });
  audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    // Speech lies between about -50 and -10 dB; that range is the whole meter.
    heard(Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-10) + 50) / 40)));
  }, 100);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}
