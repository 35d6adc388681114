// What forms do beyond posting: amounts are grouped while typed, days, people and files are chosen. Forms work without it.
import "./amounts.js";
import "./days.js";
import "./files.js";
import "./picker.js";
import "./rows.js";
