#pragma once
#include "gui/views/case_selection.hpp"
#include "gui/views/view_context.hpp"

#include <imgui.h>

/// What stands in a row of the field table.
namespace vidimus::gui {

/// The correction that counts for a field: the last one with its document, id and language; or null.
const Correction* correctionOf(const Case& shown, DocumentIndex document, const Field& field);
/// A field's name in words: the workstation's own, or for an id of a pack's own what the pack calls it.
std::string fieldNameOf(const ViewContext& ctx, const app::OpenCase& open, const std::string& id);
/// What was read, as a person reads it: the kind of an identity number is a code of ours and gets its words.
std::string textInWords(const Texts& text, const Field& field);

/// Is the normal form worth a line of its own beside the text as read?
bool valueDiffers(const Field& field);

/// The part of a page's picture to show for a region: texture coordinates, and its size within width × height.
struct CropView {
    ImVec2 uvMin{0, 0}, uvMax{1, 1};
    ImVec2 size{0, 0};
};
/// With a margin of 1 mm, cut at the page's edges. Size 0 × 0 where there is nothing to show.
CropView cropOf(const Page& page, const Region& region, float width, float height);

} // namespace vidimus::gui
