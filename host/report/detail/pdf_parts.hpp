#pragma once
#include "pdf_page.hpp"

#include <string>
#include <vector>

namespace vidimus::report::detail {

/// \param keep  room that must be left below it on the same page
void heading(PdfPage& page, const std::string& text, int level, double keep = 70);

struct Cell {
    std::string text;
    std::string under; ///< smaller, below the text
    Style style;
    Style underStyle{8, false, ink::soft, "P"};
    const Crop* crop = nullptr;
};

struct Column {
    std::string title;
    double share; ///< of the page's width; all columns together 1
    bool right = false;
};

/// Rows are never torn; the head is repeated on each page.
void table(PdfPage& page, const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows);

/// All findings of the outline, group by group.
void findings(PdfPage& page, const Outline& outline);

} // namespace vidimus::report::detail
