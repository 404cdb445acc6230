/**
 * The rulebook as the server exports it (guidance/exported.py), with what is looked up by code indexed.
 *
 * Names of fields stay those of the data, so that an answer here can be compared with one of the server's as it is.
 */

/** @param {object} data the parsed JSON */
export function read(data) {
  return {
    ...data,
    byCode: {
      signs: index(data.signs),
      sources: index(data.sources),
      contacts: index(data.contacts),
      grounds: index(data.grounds),
      rows: index(data.rows),
    },
  };
}

function index(records) {
  return new Map(records.map((record) => [record.code, record]));
}

/** True for a minor and for whoever may be one: doubt counts as minority. */
export function isMinor(book, age) {
  return book.minor_ages.includes(age);
}

/** What a value of a closed list is called, in the reader's language. */
export function word(book, list, value) {
  return book.words[list][value];
}
