#pragma once
#include <array>

/// Glyphs of Material Icons (Debian: fonts-material-design-icons-iconfont) that the workstation uses, by what they mean
/// here.
namespace vidimus::gui::icon {

// Severity: each has a shape of its own.
inline constexpr const char* adverse = "\ue000"; // exclamation mark in a disc
inline constexpr const char* caution = "\ue002"; // triangle
inline constexpr const char* unchecked = "\ue8fd"; // question mark in a ring
inline constexpr const char* note = "\ue88e"; // i in a disc
inline constexpr const char* held = "\ue86c"; // tick in a disc
inline constexpr const char* notAsked = "\ue15d"; // dash in a ring

inline constexpr const char* folder = "\ue2c7";
inline constexpr const char* file = "\ue24d";
inline constexpr const char* pdf = "\ue415";
inline constexpr const char* picture = "\ue3f4";
inline constexpr const char* scanner = "\ue329";
inline constexpr const char* add = "\ue145";
inline constexpr const char* addFile = "\ue89c";
inline constexpr const char* close = "\ue5cd";
inline constexpr const char* search = "\ue8b6";
inline constexpr const char* person = "\ue7fd";
inline constexpr const char* people = "\ue7fb";
inline constexpr const char* leave = "\ue879";
inline constexpr const char* language = "\ue8e2";
inline constexpr const char* theme = "\ue3ab";
inline constexpr const char* help = "\ue887";
inline constexpr const char* undo = "\ue166";
inline constexpr const char* zoomIn = "\ue8ff";
inline constexpr const char* zoomOut = "\ue900";
inline constexpr const char* rotate = "\ue41a";
inline constexpr const char* fit = "\ue56b";
inline constexpr const char* edit = "\ue3c9";
inline constexpr const char* back = "\ue5c4";
inline constexpr const char* right = "\ue5cc";
inline constexpr const char* down = "\ue5cf";
inline constexpr const char* up = "\ue5d8";
inline constexpr const char* exportOut = "\ue2c4";
inline constexpr const char* submit = "\ue163";
inline constexpr const char* conclude = "\ue90e";
inline constexpr const char* takeOver = "\ue7fe";
inline constexpr const char* giveBack = "\ue15e";
inline constexpr const char* inbox = "\ue156";
inline constexpr const char* boxes = "\ue53b";
inline constexpr const char* lock = "\ue897";
inline constexpr const char* fields = "\ue873";
inline constexpr const char* trail = "\ue889";
inline constexpr const char* terms = "\ue878";
inline constexpr const char* findings = "\ue065";
inline constexpr const char* again = "\ue5d5";
inline constexpr const char* tick = "\ue5ca";
inline constexpr const char* cancel = "\ue5c9";
inline constexpr const char* waiting = "\ue8b5";
inline constexpr const char* words = "\ue0ca";
inline constexpr const char* cases = "\ue85d";

/// Every glyph above; the atlas holds these and no others of the icon font.
inline constexpr std::array all{adverse, caution, unchecked, note, held, notAsked, folder, file, pdf, picture, scanner,
    add, addFile, close, search, person, people, leave, language, theme, help, undo, zoomIn, zoomOut, rotate, fit, edit,
    back, right, down, up, exportOut, submit, conclude, takeOver, giveBack, inbox, boxes, lock, fields, trail, terms,
    findings, again, tick, cancel, waiting, words, cases};

} // namespace vidimus::gui::icon
