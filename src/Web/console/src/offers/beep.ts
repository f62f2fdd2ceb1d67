let context: AudioContext | null = null;

/** Two short soft tones. Browsers stay silent until the page was touched once; then nothing is heard and nothing is wrong. */
export async function beep(): Promise<void> {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  // Not awaited to the end: before the first touch the promise stays open.
  if (context.state === 'suspended') void context.resume();
  for (const [frequency, at] of [
    [660, 0],
    [880, 0.16],
  ] as const)
    tone(context, frequency, context.currentTime + at);
}

function tone(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.14, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.28);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.3);
}
