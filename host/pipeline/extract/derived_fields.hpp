#pragma once
#include "core/evidence.hpp"
#include "pipeline/services.hpp"

/// What follows from fields that were read, and is printed nowhere by itself.
namespace vidimus::pipeline {

/// The kind of the identity number, where its form tells it.
void addIdentityKind(Document& document);

/// LAI SZE MAN beside 黎思敏: the print shows by its other script which word is the surname.
void partLatinName(Document& document, PluginServices& services);

} // namespace vidimus::pipeline
