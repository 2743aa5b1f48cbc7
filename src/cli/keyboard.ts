import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from '../kernel/index.ts';

/** Asks the person at the keyboard, or reads the next line of what comes in by a pipe. Close it, or the program waits. */
export class Keyboard {
  readonly #reader: Interface;
  readonly #lines: AsyncIterator<string>;
  #hidden = false;

  constructor() {
    const echo = new Writable({
      write: (text: Buffer, _encoding, done) => {
        if (!this.#hidden) process.stderr.write(text);
        done();
      },
    });
    this.#reader = createInterface({ input: process.stdin, output: echo, terminal: process.stdin.isTTY });
    this.#reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  async ask(question: string): Promise<string> {
    // Who answers by a pipe knows what is asked.
    if (process.stdin.isTTY) process.stderr.write(question);
    const { value, done } = await this.#lines.next();
    if (process.stdin.isTTY && this.#hidden) process.stderr.write('\n');
    if (done) throw new Refusal('bad-input', '没有等到回答，没有办理。');
    return value;
  }

  /** Without showing what is typed. */
  async askHidden(question: string): Promise<string> {
    // The question itself goes out directly, see `ask`.
    this.#hidden = true;
    try {
      return await this.ask(question);
    } finally {
      this.#hidden = false;
    }
  }

  close(): void {
    this.#reader.close();
  }
}

/** Works with a keyboard, and lets go of it whatever happens. */
export async function atKeyboard<T>(work: (keyboard: Keyboard) => Promise<T>): Promise<T> {
  const keyboard = new Keyboard();
  try {
    return await work(keyboard);
  } finally {
    keyboard.close();
  }
}
