/** One line that changes on a terminal; in a file or pipe only its first and last state is written. */
export interface Progress {
  show(text: string): void;
  end(): void;
}

export function progressLine(out: NodeJS.WriteStream): Progress {
  let last = '';
  return {
    show(text) {
      if (last === '' && !out.isTTY) out.write(`${text}\n`);
      if (out.isTTY) out.write(`\r\u001b[2K${text}`);
      last = text;
    },
    end() {
      if (last === '') return;
      out.write(out.isTTY ? '\r\u001b[2K' : `${last}\n`);
      last = '';
    },
  };
}
