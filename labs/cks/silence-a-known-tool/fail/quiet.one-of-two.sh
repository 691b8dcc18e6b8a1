ssh node01
sudo -i
# Only one of the two.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
  override:
    exceptions: append
EOF
