#pragma once
#include "app/snapshot.hpp"
#include "pipeline/services.hpp"

/// A case of an invented person to look at in the tests of the workstation: two files, fields, and a finding of each
/// kind.
namespace sample {

/// The case, with question and answer words in that language (en or zh-Hans).
vidimus::app::OpenCase openCase(const std::string& language = "en");
/// Pictures of its pages: a paper with lines of grey where text would be, its fields darker, and a red seal.
std::vector<std::shared_ptr<const vidimus::pipeline::PagePicture>> pages(const vidimus::Case& shown);
/// Summaries for the case list.
std::vector<vidimus::store::CaseSummary> summaries();

} // namespace sample
