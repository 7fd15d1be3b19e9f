/**
 * How much of anything is taken from outside, by the calls of the contract and from files. All are a multiple of what
 * anybody writes down; what passes them is refused before it is looked at further, so that nothing a page or a file sends
 * makes the program stand still.
 */

/** Characters of a note. */
export const MAX_NOTE_LENGTH = 10_000
/** Characters of a person's, a medicine's or a dose's name. */
export const MAX_NAME_LENGTH = 120
export const MAX_SHOE_NAME_LENGTH = 60
export const MAX_FACTOR_NAME_LENGTH = 80
export const MAX_FACTOR_UNIT_LENGTH = 20
/** The person's own drinks, activities, reliefs and symptoms, together. */
export const MAX_OWN_THINGS = 500
export const MAX_REASON_LENGTH = 500
export const MAX_PASSPHRASE_LENGTH = 1000
/** Characters of a search, and the words of it that are looked for. */
export const MAX_SEARCH_LENGTH = 200
export const MAX_SEARCH_WORDS = 12
/** Characters of the questions for the doctor: they share one printed page with the rest. */
export const MAX_QUESTION_CHARACTERS = 1_000
/** Characters of a file's name, in every file system that is in use. */
export const MAX_FILE_NAME_LENGTH = 255
/** Characters of a suggestion's id in the catalogue. */
export const MAX_SUGGESTION_ID_LENGTH = 80

/** Characters of an imported record's identity within its source. */
export const MAX_RECORD_KEY_LENGTH = 100
/** Characters of a question's id, which may hold a name from the file, and of an answer. */
export const MAX_QUESTION_ID_LENGTH = 500
export const MAX_ANSWER_LENGTH = 200
/** Answers to a reader's questions, and options of one answer: no more than a JSON file may hold in one object. */
export const MAX_ANSWERS = 1_000
/** Characters of all answers of a source as JSON, which fit into a cell of a table. */
export const MAX_ANSWERS_LENGTH = 100_000
/** Months that are answered in the sheet of one source, of every kind. */
export const MAX_SHEET_ANSWERS = 1_000

/** Things tried against one cramp. */
export const MAX_RELIEF_ACTIONS = 20
/** Entries that are deleted, brought back or erased in one call: 25 years in which every sip is written down. */
export const MAX_ENTRIES_AT_ONCE = 300_000
/** Entries whose content is read in one call: a list is read where it is looked at. */
export const MAX_ENTRIES_READ = 500
/** Records of one kind in a file: several times what a person writes down in a life. */
export const MAX_RECORDS_IN_FILE = 1_000_000
/** Bytes of all files of one import: 25 years of the keenest person's, and what can be read with a computer's memory. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024
/** Files of one import; a journal has some twenty tables. */
export const MAX_IMPORT_FILES = 100
/** Columns that the first line of a table names: several times those of the widest. */
export const MAX_TABLE_COLUMNS = 200
/** Cells of one line of a table: the columns of the widest spreadsheet. */
export const MAX_TABLE_CELLS = 16_384
/** Characters of one cell of a table: the answers of the longest experiment have 130,000. */
export const MAX_TABLE_CELL_LENGTH = 150_000
/** Depth of lists and objects in a JSON file; a journal has five. */
export const MAX_JSON_DEPTH = 20
/** Lists and objects of a JSON file: a million entries of two lists each. */
export const MAX_JSON_PARTS = 3_000_000
/** Keys of one object of a JSON file; the widest entry has twenty. */
export const MAX_JSON_KEYS = 1000
/** Items of a list within a record of a JSON file: the longest experiment has 2,800 answers. */
export const MAX_JSON_ITEMS = 10_000
/** Years of a period: longer than any journal, since what asks for everything begins in 1900. */
export const MAX_YEARS = 200
/** Years of a report: each of its days is a row. */
export const MAX_REPORT_YEARS = 30

/** A chart as the person takes it along: its name, its picture as base64, and its numbers. */
export const MAX_CHART_NAME_LENGTH = 200
export const MAX_PICTURE_CHARACTERS = 30_000_000
export const MAX_CHART_ROWS = 20_000
export const MAX_CHART_COLUMNS = 100
export const MAX_CELL_LENGTH = 500
/** Greater numbers are on no chart. */
export const MAX_CELL_NUMBER = 1e15

/** Problems named in a refusal, and the characters of each; there may be more. */
export const MAX_PROBLEMS = 20
export const MAX_PROBLEM_LENGTH = 300
