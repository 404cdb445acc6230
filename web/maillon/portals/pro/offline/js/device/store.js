/** What the device keeps, in the browser's database: sealed parcels, and what it needs to make and guard them. */

const NAME = "maillon-offline";
const PARCELS = "parcels";
const DEVICE = "device";

/** Opens the database. Throws where the browser has none, as some do in private windows. */
export function openStore() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(PARCELS, { keyPath: "id" });
      opening.result.createObjectStore(DEVICE);
    };
    opening.onsuccess = () => resolve(new Store(opening.result));
    opening.onerror = () => reject(opening.error);
  });
}

class Store {
  /** @param {IDBDatabase} database */
  constructor(database) {
    this.database = database;
    // Another page that erases everything must not have to wait for this one.
    database.onversionchange = () => database.close();
  }

  /** The parcels that wait: `{id, sealed, note}`. */
  parcels() {
    return this.#done(PARCELS, "readonly", (rows) => rows.getAll());
  }

  /** Keeps a parcel. Resolves once it is on the disk. */
  keep(parcel) {
    return this.#done(PARCELS, "readwrite", (rows) => rows.add(parcel));
  }

  /** Lets go of a parcel. */
  letGo(id) {
    return this.#done(PARCELS, "readwrite", (rows) => rows.delete(id));
  }

  /** Something that the device knows of itself; undefined when it does not. */
  read(name) {
    return this.#done(DEVICE, "readonly", (rows) => rows.get(name));
  }

  /** Remembers it. */
  write(name, value) {
    return this.#done(DEVICE, "readwrite", (rows) => rows.put(value, name));
  }

  close() {
    this.database.close();
  }

  #done(table, mode, ask) {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(table, mode, { durability: "strict" });
      const request = ask(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

/** Destroys the database and all that is in it. */
export function eraseStore() {
  return new Promise((resolve, reject) => {
    const erasing = indexedDB.deleteDatabase(NAME);
    erasing.onsuccess = resolve;
    erasing.onerror = () => reject(erasing.error);
  });
}
