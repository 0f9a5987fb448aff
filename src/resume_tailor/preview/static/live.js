// The server's stream of states. EventSource reconnects by itself; where it gives up, we try again every second.

const PATIENCE = 400; // ms without a connection before it is worth a word: a restart is often quicker

export class Live {
  #source = null;
  #url = "";
  #retry = 0;
  #worry = 0;

  constructor({ onState, onConnection }) {
    this.onState = onState;
    this.onConnection = onConnection;
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", (event) => event.persisted && this.#open());
  }

  listen(ids, { lang, template, pages }) {
    const query = new URLSearchParams(ids.map((id) => ["id", id]));
    query.set("lang", lang);
    query.set("template", template);
    query.set("pages", pages ? "1" : "0");
    const url = `/-/live?${query}`;
    if (url === this.#url) return;
    this.#url = url;
    this.#open();
  }

  #open() {
    this.#close();
    const source = new EventSource(this.#url);
    source.onmessage = (event) => {
      this.#found();
      this.onState(JSON.parse(event.data));
    };
    source.onerror = () => {
      this.#lose();
      if (source.readyState === EventSource.CLOSED) this.#retry = setTimeout(() => this.#open(), 1000);
    };
    this.#source = source;
  }

  #close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #found() {
    clearTimeout(this.#worry);
    this.#worry = 0;
    this.onConnection(true);
  }

  #lose() {
    this.#worry ||= setTimeout(() => this.onConnection(false), PATIENCE);
  }
}
