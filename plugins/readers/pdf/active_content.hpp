#pragma once
#include "structure.hpp"

#include <string>
#include <vector>

namespace vidimus::pdf {

/// Something in a file that acts, or that is not seen on its pages.
struct ActiveContent {
    /// javascript, launch-action, submit-form, import-data, rich-media, embedded-file, external-reference
    std::string what;
    std::string
        where; ///< open-action, catalog-event, page-event, annotation, annotation-event, field-event, name-tree, …
    std::string target; ///< file name or address, where it names one
    int page = -1;
    bool withoutClick = false; ///< happens on opening or turning to the page
};

/// Everything of that kind that the catalog, the pages, their annotations and the form lead to; at most 500.
std::vector<ActiveContent> activeContentOf(Document& document);

} // namespace vidimus::pdf
