#pragma once
#include "page_text.hpp"

namespace vidimus::pdf {

/// A page the way its text is read: turned by quarters where most of its characters run along another side.
struct UprightPage {
    PageGeometry geometry; ///< user space -> millimetres of the upright page
    Matrix toDisplayed; ///< millimetres of the upright page -> of the displayed page
    int turned = 0; ///< degrees clockwise from the displayed page: 0, 90, 180, 270
};

UprightPage uprightOf(const PageText& page);

} // namespace vidimus::pdf
