# The type names the shim; the handler is the name of the runtime.
ssh controlplane
cat > runtimeclass.yaml <<'END'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: io.containerd.runsc.v1
END
