#pragma once
#include <vidimus/plugin.hpp>

#include <vector>

/// What engines see in grain, ornament, codes and pictures, told apart from text.
namespace vidimus::scan {

/// Is the engine surer of the line than it can be by chance? The fewer letters, the surer it must be: on noise,
/// texture, bricks, scratches and QR codes both engines' confidences scatter around a half, and their mean over n
/// letters the less, by the root of n.
bool isText(const sdk::Line& line);

/// Is it text, and long enough not to be met by chance once a page?
bool isConvincing(const sdk::Line& line);

/// The lines of one paper that are text: none where no line is convincing, for a lone letter or two are then met by
/// chance.
std::vector<const sdk::Line*> textAmong(const std::vector<const sdk::Line*>& lines);

} // namespace vidimus::scan
